// The one document of the page, and its icon; everything in it is drawn by the script.

export const DOCUMENT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<title>Verbatim playground</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/main.css">
<script type="module" src="/main.js"></script>
</head>
<body>
<noscript>This page needs JavaScript. Without it, ask in the terminal: npm run ask</noscript>
</body>
</html>
`;

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="9" fill="#4752c4"/>
<path d="M8 20v-5q0-5 5-6v3q-2 1-2 3h2v5zm10 0v-5q0-5 5-6v3q-2 1-2 3h2v5z" fill="#fff"/>
</svg>
`;
