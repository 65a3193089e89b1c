export type ServerText = (text: string) => string

/**
 * What turns an English text of the server into another language by `catalogue`, from each text to its translation. What
 * varies in a text is {0}, {1} … in both, and is translated itself where it can be. A text that is not there stays as it is.
 */
export function serverTextOf(catalogue: Readonly<Record<string, string>>): ServerText {
  const templates = Object.entries(catalogue)
    .filter(([english]) => PLACEHOLDER.test(english))
    // What has more words of its own says more exactly what is meant.
    .sort(([one], [other]) => wordsOf(other) - wordsOf(one))
    .map(([english, text]) => ({ pattern: patternOf(english), text }))

  return function translate(said: string): string {
    const whole = Object.hasOwn(catalogue, said) ? catalogue[said] : undefined
    if (whole !== undefined) return whole
    for (const { pattern, text } of templates) {
      const parts = pattern.exec(said)
      if (parts) return text.replaceAll(PLACEHOLDERS, (_, number) => translate(parts[Number(number) + 1] ?? ''))
    }
    return said
  }
}

const PLACEHOLDER = /\{\d\}/
const PLACEHOLDERS = /\{(\d)\}/g

function wordsOf(english: string): number {
  return english.replaceAll(PLACEHOLDERS, '').length
}

function patternOf(english: string): RegExp {
  return new RegExp(`^${english.split(PLACEHOLDERS).map(partOf).join('')}$`, 's')
}

/** Split by its placeholders a text is words and numbers in turns. */
function partOf(part: string, at: number): string {
  return at % 2 === 1 ? '(.*?)' : part.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
