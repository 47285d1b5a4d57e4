// The browser's own print box; asked for anew at every drawing of the page, because the button is drawn anew, too.
for (const button of document.querySelectorAll(".press")) button.onclick = () => window.print();
