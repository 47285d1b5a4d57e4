// Opens the print dialog of the browser. The script runs at every run of the page, because the button is new then.
for (const button of document.querySelectorAll(".press")) button.onclick = () => window.print();
