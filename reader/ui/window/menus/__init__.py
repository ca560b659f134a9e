"""THE MENUS: `commands` is the table they are built of, `wiring` says what each command calls.

`file_verbs` and `desk_verbs` do what the File, View and Compare menus ask; `live_menus`, `recent_menu`, `naming_menu`
and `annotate_menu` are the parts that change.
"""
