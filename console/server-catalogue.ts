/** Texts by the English ones of the server. What varies in a text is `{0}`, `{1}` … in both. */
export type Catalogue = Readonly<Record<string, string>>

export type ServerText = (text: string) => string

/**
 * Returns what says a text of the server in the catalogue's language: as it stands there, else by the template that fits it
 * best, else sentence by sentence. What nothing is known of stays as it is.
 */
export function serverTextOf(catalogue: Catalogue): ServerText {
  const exact = new Map(Object.entries(catalogue))
  const templates = [...exact]
    .filter(([english]) => PLACE.test(english))
    // What has more words of its own says more exactly what is meant.
    .map(([english, translation]) => ({ pattern: patternOf(english), translation, own: english.replaceAll(PLACES, '').length }))
    .sort((a, b) => b.own - a.own)

  function serverText(text: string): string {
    const known = exact.get(text)
    if (known !== undefined) return known
    const fits = templates.flatMap(({ pattern, translation }) => {
      const found = pattern.exec(text)
      return found ? [{ translation, parts: found.slice(1).map(part => part ?? '') }] : []
    })
    // One that takes the beginning of the next sentence for a part of its own fits worse than one that does not.
    const best = fits.find(({ parts }) => !parts.some(part => NEXT_SENTENCE.test(part))) ?? fits[0]
    if (best) return best.translation.replaceAll(PLACES, (_, place) => serverText(best.parts[Number(place)] ?? '')).trim()
    const sentences = text.split(/(?<=[.!?]) /)
    return sentences.length > 1 ? sentences.map(serverText).join(' ') : text
  }
  return serverText
}

const NEXT_SENTENCE = /[.!?] \p{Lu}/u
const PLACE = /\{\d+\}/
const PLACES = /\{(\d+)\}/g

/** What stands at the end may be empty, and then the blank before it is gone too. */
function patternOf(english: string): RegExp {
  const source = english
    .split(PLACE)
    .map(own => own.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('(.*?)')
  return new RegExp(`^${source.replace(/ \(\.\*\?\)$/, '(?: (.*))?')}$`, 's')
}
