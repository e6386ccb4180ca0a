"""Texts that break formats which join strings, and must come back from each format as they were."""

import unicodedata

HOSTILE_LINES = (
    "\"두 겹\" '한 겹' `뒤집힌` “둥근”",
    "</script><script>alert(1)</script>",
    "<![CDATA[x]]> ]]> <!-- x --> <?x?>",
    "&amp; &#60;b&#62; &lt;i&gt; &nbsp;",
    "=cmd|'/c calc'!A1",
    "{{7*7}} {% raw %} {0} %s %d \\n \\, \\; \\\\",
    "쉼표, 쌍반점; 쌍점: 물결^' ^n ~ ㆍ",
    "로봇 🤖 👩🏽‍🔬👨‍👩‍👧‍👦 🇰🇷",
    unicodedata.normalize("NFD", "한글은 자모로"),
    "محمد بن موسى الخوارزمي",
    "BEGIN:VEVENT END:VCALENDAR SUMMARY;LANGUAGE=ko:",
    "긴 " * 60 + "끝",
)
"""One line each, without what the reader of records refuses."""
