"""What a preview shows where it has no page."""

from __future__ import annotations

# Not from generator/strings/: those files may be what is wrong.
WRONG_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>고칠 것이 있습니다 · Something to mend</title>
<style>
body {{ font: 1rem/1.6 sans-serif; margin: 2rem }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere }}
</style>
</head>
<body>
<h1><span lang="ko">고칠 것이 있습니다</span> · Something to mend</h1>
<pre>{wrong}</pre>
<p lang="ko">고쳐서 저장하면 이 페이지가 저절로 돌아옵니다.</p>
<p>Mend it and save: the page comes back by itself.</p>
</body>
</html>
"""
NOTHING_HERE = "<!DOCTYPE html><html lang='en'><title>404</title><body>404</body></html>"
