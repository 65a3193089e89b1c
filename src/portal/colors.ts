type Rgb = readonly [number, number, number]

const BLACK: Rgb = [0, 0, 0]
const WHITE: Rgb = [255, 255, 255]
/** WCAG 2.2: text on its background, and the shape of a control beside its background. */
const TEXT_CONTRAST_MIN = 4.5
const SHAPE_CONTRAST_MIN = 3
const STEP = 0.05

export const DEFAULT_BRAND = '#2456c9'

/** What a brand colour becomes on one background. */
export interface BrandColors {
  /** Of buttons: the brand's own. */
  fill: string
  /** Of their edges, which stand out from the background. */
  edge: string
  /** Of text on `fill`. */
  onFill: string
  /** Of links on the background. */
  link: string
}

/** Fits a brand colour (`#rrggbb`; anything else is the default) to a background so that everything stays readable. */
export function fitBrandColor(brand: string, background: string): BrandColors {
  const color = parse(brand) ?? parse(DEFAULT_BRAND) ?? BLACK
  const back = parse(background) ?? WHITE
  return {
    fill: format(color),
    edge: format(moveAway(color, back, SHAPE_CONTRAST_MIN)),
    onFill: format(contrast(color, WHITE) >= contrast(color, BLACK) ? WHITE : BLACK),
    link: format(moveAway(color, back, TEXT_CONTRAST_MIN)),
  }
}

/** The WCAG contrast ratio of two colours, 1 to 21. */
export function contrastRatio(a: string, b: string): number {
  return contrast(parse(a) ?? BLACK, parse(b) ?? BLACK)
}

function moveAway(color: Rgb, background: Rgb, contrastMin: number): Rgb {
  const target = luminance(background) > 0.2 ? BLACK : WHITE
  let moved = color
  for (let share = STEP; contrast(moved, background) < contrastMin && share <= 1; share += STEP) moved = mix(color, target, share)
  return moved
}

function parse(hex: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  return match
    ? [Number.parseInt(match[1] ?? '', 16), Number.parseInt(match[2] ?? '', 16), Number.parseInt(match[3] ?? '', 16)]
    : undefined
}

function format(color: Rgb): string {
  return `#${color.map(part => part.toString(16).padStart(2, '0')).join('')}`
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return a.map((part, i) => Math.round(part + ((b[i] ?? 0) - part) * share)) as unknown as Rgb
}

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
