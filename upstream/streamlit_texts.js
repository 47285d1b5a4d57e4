// Replaces Streamlit's English texts, those on the page and those that appear later.
if (!window.vietnamese) {
  const texts = {texts}
  const attributes = ["aria-label", "placeholder", "title"]
  const translated = (text) => texts[text?.trim()]
  const translate = (node) => {
    if (node.nodeType === Node.TEXT_NODE && translated(node.nodeValue)) node.nodeValue = translated(node.nodeValue)
    for (const name of node.nodeType === Node.ELEMENT_NODE ? attributes : [])
      if (translated(node.getAttribute(name))) node.setAttribute(name, translated(node.getAttribute(name)))
  }
  const translateAll = (root) => {
    translate(root)
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) translate(walker.currentNode)
  }
  window.vietnamese = new MutationObserver((changes) => {
    for (const change of changes)
      if (change.type === "childList") change.addedNodes.forEach(translateAll)
      else translate(change.target)
  })
  window.vietnamese.observe(document.body, {
    attributeFilter: attributes, attributes: true, characterData: true, childList: true, subtree: true,
  })
  document.documentElement.lang = "vi"
  translateAll(document.body)
}
