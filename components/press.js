// A button of this class opens the print dialog of the browser. Clicks are heard on the page, because each run of it
// draws the button anew.
addEventListener("click", (event) => event.target.closest?.(".press") && window.print());
