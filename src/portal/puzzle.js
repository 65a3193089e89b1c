// Solves the puzzle of a page (src/limits/puzzle.ts) and sends the form again. SHA-256 by hand: browsers have theirs only
// on pages that came by https, and a captive portal is often none.
;(() => {
  const SLICE_MS = 60
  const UNPAINTED_MS = 100
  const form = document.querySelector('form[data-puzzle]')
  if (!form) return
  const { puzzle, bits } = form.dataset
  const prefix = `${puzzle.slice(puzzle.lastIndexOf('.') + 1)}:`

  const k = new Int32Array(64)
  const start = new Int32Array(8)
  for (let found = 0, n = 2; found < 64; n++) {
    let isPrime = true
    for (let d = 2; d * d <= n; d++) if (n % d === 0) isPrime = false
    if (!isPrime) continue
    const fraction = x => ((x - Math.floor(x)) * 0x1_0000_0000) | 0
    if (found < 8) start[found] = fraction(Math.sqrt(n))
    k[found++] = fraction(Math.cbrt(n))
  }

  const w = new Int32Array(64)
  // The first 32 bits of the hash of a text of at most 55 characters.
  function firstBits(text) {
    w.fill(0, 0, 16)
    for (let i = 0; i < text.length; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3))
    w[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3))
    w[15] = text.length * 8
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]
      const y = w[i - 2]
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0
    }
    let [a, b, c, d, e, f, g, h] = start
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + k[i] + w[i]) | 0
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    return (a + start[0]) >>> 0
  }

  const progress = form.querySelector('progress')
  let answer = 0
  // In slices, so that the page stays alive.
  function work() {
    const until = performance.now() + SLICE_MS
    while (performance.now() < until)
      for (let i = 0; i < 200; i++, answer++)
        if (Math.clz32(firstBits(prefix + answer)) >= Number(bits)) {
          form.elements.puzzle_answer.value = answer
          form.submit()
          return
        }
    // Every number is as good as any other: what grows is how many of all puzzles would be solved by now.
    progress.value = 100 * (1 - Math.exp(-answer / 2 ** bits))
    rest()
  }

  // Between two slices the browser paints; in the background, where it does not, it goes on all the same.
  function rest() {
    let isOver = false
    const goOn = () => {
      if (!isOver) work()
      isOver = true
    }
    requestAnimationFrame(() => setTimeout(goOn))
    setTimeout(goOn, UNPAINTED_MS)
  }

  form.hidden = false
  work()
})()
