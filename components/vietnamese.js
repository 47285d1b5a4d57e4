// Streamlit speaks English in its boxes and menus and cannot be told otherwise: what it says is replaced as it appears.
if (!window.vietnamese) {
  const words = {words}
  const spoken = ["aria-label", "placeholder", "title"]
  const told = (text) => words[text?.trim()]
  const retell = (node) => {
    if (node.nodeType === Node.TEXT_NODE && told(node.nodeValue)) node.nodeValue = told(node.nodeValue)
    for (const name of node.nodeType === Node.ELEMENT_NODE ? spoken : [])
      if (told(node.getAttribute(name))) node.setAttribute(name, told(node.getAttribute(name)))
  }
  const retellAll = (root) => {
    retell(root)
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) retell(walker.currentNode)
  }
  window.vietnamese = new MutationObserver((changes) => {
    for (const change of changes)
      if (change.type === "childList") change.addedNodes.forEach(retellAll)
      else retell(change.target)
  })
  window.vietnamese.observe(document.body, {
    attributeFilter: spoken, attributes: true, characterData: true, childList: true, subtree: true,
  })
  document.documentElement.lang = "vi"
  retellAll(document.body)
}
