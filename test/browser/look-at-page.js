// Evaluated in a page: what a guest's eyes and fingers meet there, for test/browser/pages.test.ts.
;(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)].filter(element => element.checkVisibility())
  const nameOf = element => element.outerHTML.slice(0, 100)
  const textOfIds = ids => ids.map(id => document.getElementById(id)?.textContent ?? '').join(' ')

  const hasText = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '')

  function groundOf(element) {
    const { backgroundColor } = getComputedStyle(element)
    return backgroundColor === 'rgba(0, 0, 0, 0)' && element.parentElement ? groundOf(element.parentElement) : backgroundColor
  }

  // A box or a dot is as large as the label that ticks it.
  const targetOf = element => (['checkbox', 'radio'].includes(element.type) ? element.closest('label') : element)
  const tooSmall = all('button, .button, input, select, summary, a.card, .links a, nav a, header a').filter(element => {
    const { width, height } = targetOf(element).getBoundingClientRect()
    return Math.min(width, height) < 44
  })

  const alert = document.querySelector('[role=alert]')
  const invalid = all('[aria-invalid=true]')
  const links = alert ? all('a', alert) : []
  return {
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    scripts: document.scripts.length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    tooSmall: tooSmall.map(nameOf),
    unlabelled: all('input, select')
      .filter(field => field.labels.length === 0)
      .map(nameOf),
    /** What the summary says of each field, what the field's own error says, and whether the one leads to the other. */
    errors: {
      isFocused: alert !== null && document.activeElement === alert,
      linked: links.map(link => ({ says: link.textContent, field: document.querySelector(link.hash)?.name ?? '' })),
      described: invalid.map(field => ({
        says: textOfIds((field.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id.endsWith('-error'))),
        field: field.name,
      })),
    },
    /** Colours that must differ: of texts, and of the edges of fields, with what they stand on. */
    texts: all('body *')
      .filter(hasText)
      .map(element => [getComputedStyle(element).color, groundOf(element), nameOf(element)]),
    edges: all('input:not([type=checkbox], [type=radio]), select').map(field => [
      getComputedStyle(field).borderTopColor,
      groundOf(field.parentElement),
      nameOf(field),
    ]),
  }
})()
