import { Box, Paper, Typography } from '@mui/material'
import { useTheme } from '@mui/material/styles'
import { scaleBand, scaleLinear } from 'd3-scale'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocale } from 'react-admin'

/** One row of figures, as many as there are labels; null: nothing is known of that time. */
export interface Series {
  key: string
  label: string
  color: string
  values: (number | null)[]
}

interface DrawingProps {
  labels: string[]
  series: Series[]
  /** Bars beside each other, bars on top of each other, or a line. */
  kind: 'grouped' | 'stacked' | 'line'
}

const HEIGHT = 200
const TOP = 8
const RIGHT = 8
/** Under the axis. */
const BOTTOM = 22
const TICKS = 4
const FONT_SIZE = 12
/** A label takes about so much for each letter, and stands apart from the next. */
const LETTER = 6.5
const LABEL_GAP = 12
const TICK_GAP = 8
const POINT_RADIUS = 3
const BAR_WIDTH_MAX = 48

/** Figures over time, as bars or as a line. What one step holds shows while something points at it; the words are in the table. */
export function Drawing({ labels, series, kind }: DrawingProps) {
  const { palette } = useTheme()
  const locale = useLocale()
  const [place, width] = useWidth()
  const [pointed, setPointed] = useState<number>()
  // There may be fewer steps than when it was pointed at one.
  const at = pointed !== undefined && pointed < labels.length ? pointed : undefined

  const floors = kind === 'stacked' ? floorsOf(series, labels.length) : undefined
  const tops = series.flatMap(({ values }, s) => values.map((value, i) => (value ?? 0) + (floors?.[s]?.[i] ?? 0)))
  const y = scaleLinear([0, Math.max(1, ...tops)], [HEIGHT - BOTTOM, TOP]).nice(TICKS)
  const ticks = y
    .ticks(TICKS)
    .filter(tick => kind === 'line' || Number.isInteger(tick))
    .map(value => ({ value, text: value.toLocaleString(locale, { notation: 'compact' }) }))
  const left = Math.max(...ticks.map(({ text }) => text.length)) * LETTER + 2 * TICK_GAP
  const x = scaleBand<number>(labels.keys(), [left, Math.max(width - RIGHT, left + 1)])
  const step = x.step()
  const middle = (i: number) => (x(i) ?? 0) + step / 2
  const steps = labels.map((label, i) => ({ i, label }))
  const each = Math.max(1, Math.ceil((Math.max(...labels.map(({ length }) => length)) * LETTER + LABEL_GAP) / step))

  return (
    <Box
      ref={place}
      sx={{ position: 'relative', minHeight: HEIGHT }}
      onPointerLeave={event => event.pointerType === 'mouse' && setPointed(undefined)}
    >
      {series.length > 1 && <Legend series={series} />}
      {width > 0 && (
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          width="100%"
          fontSize={FONT_SIZE}
          fill={palette.text.secondary}
          aria-hidden
          style={{ display: 'block' }}
        >
          {ticks.map(({ value, text }) => (
            <g key={value}>
              <line x1={left} x2={width - RIGHT} y1={y(value)} y2={y(value)} stroke={palette.divider} />
              <text x={left - TICK_GAP} y={y(value)} dy="0.35em" textAnchor="end">
                {text}
              </text>
            </g>
          ))}
          {steps.map(({ i, label }) =>
            i % each === 0 ? (
              <text key={i} x={middle(i)} y={HEIGHT - 6} textAnchor="middle">
                {label}
              </text>
            ) : null,
          )}
          {at !== undefined && <rect x={x(at)} y={TOP} width={step} height={HEIGHT - BOTTOM - TOP} fill={palette.action.hover} />}
          {kind === 'line'
            ? series.map(one => <Line key={one.key} series={one} x={middle} y={y} />)
            : series.map((one, s) => (
                <Bars
                  key={one.key}
                  series={one}
                  y={y}
                  floors={floors?.[s]}
                  left={i => middle(i) + barOf(step, floors ? 1 : series.length).left(floors ? 0 : s)}
                  width={barOf(step, floors ? 1 : series.length).width}
                />
              ))}
          {steps.map(({ i }) => (
            <rect
              key={i}
              x={x(i)}
              y={0}
              width={step}
              height={HEIGHT}
              fill="transparent"
              onPointerEnter={() => setPointed(i)}
              onPointerDown={() => setPointed(i)}
            />
          ))}
        </svg>
      )}
      {at !== undefined && (
        <Pointed x={middle(at)} isRight={middle(at) > width / 2} width={width} label={labels[at]}>
          {series.map(({ key, label, color, values }) => (
            <Box key={key} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
              <Swatch color={color} />
              <Typography variant="caption" noWrap sx={{ flex: 1 }}>
                {label}
              </Typography>
              <Typography variant="caption" sx={{ fontWeight: 600, marginLeft: 1 }}>
                {values[at]?.toLocaleString(locale) ?? '–'}
              </Typography>
            </Box>
          ))}
        </Pointed>
      )}
    </Box>
  )
}

type Y = (value: number) => number

interface BarsProps {
  series: Series
  y: Y
  /** What each bar stands on. */
  floors: number[] | undefined
  left: (i: number) => number
  width: number
}

function Bars({ series: { color, values }, y, floors, left, width }: BarsProps) {
  const bars = values.flatMap((value, i) => {
    const floor = floors?.[i] ?? 0
    return value ? [{ i, top: y(floor + value), bottom: y(floor) }] : []
  })
  return (
    <g fill={color}>
      {bars.map(({ i, top, bottom }) => (
        <rect key={i} x={left(i)} y={top} width={width} height={bottom - top} />
      ))}
    </g>
  )
}

function Line({ series: { color, values }, x, y }: { series: Series; x: (i: number) => number; y: Y }) {
  const points = values.flatMap((value, i) => (value === null ? [] : [{ i, x: x(i), y: y(value) }]))
  return (
    <g fill={color}>
      <polyline points={points.map(point => `${point.x},${point.y}`).join(' ')} fill="none" stroke={color} strokeWidth={2} />
      {points.map(point => (
        <circle key={point.i} cx={point.x} cy={point.y} r={POINT_RADIUS} />
      ))}
    </g>
  )
}

/** How wide one of so many bars of a step is, and where the nth begins, from the middle of the step. */
function barOf(step: number, bars: number): { width: number; left: (n: number) => number } {
  const width = Math.min((step * 0.75) / bars, BAR_WIDTH_MAX)
  return { width: Math.max(1, width - 1), left: n => (n - bars / 2) * width }
}

/** What each bar stands on: the sum of those before it. */
function floorsOf(series: Series[], steps: number): number[][] {
  let floors = Array<number>(steps).fill(0)
  return series.map(({ values }) => {
    const own = floors
    floors = own.map((floor, i) => floor + (values[i] ?? 0))
    return own
  })
}

function Legend({ series }: { series: Series[] }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, marginBottom: 1 }}>
      {series.map(({ key, label, color }) => (
        <Box key={key} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Swatch color={color} />
          <Typography variant="caption">{label}</Typography>
        </Box>
      ))}
    </Box>
  )
}

function Swatch({ color }: { color: string }) {
  return (
    <svg width={10} height={10} aria-hidden style={{ flexShrink: 0 }}>
      <rect width={10} height={10} rx={2} fill={color} />
    </svg>
  )
}

interface PointedProps {
  x: number
  isRight: boolean
  width: number
  label: string | undefined
  children: ReactNode
}

/** What the step holds that is pointed at, on the side where there is more room. */
function Pointed({ x, isRight, width, label, children }: PointedProps) {
  const side = isRight ? { right: width - x + LABEL_GAP } : { left: x + LABEL_GAP }
  return (
    <Paper
      aria-hidden
      sx={{ position: 'absolute', bottom: BOTTOM + TOP, ...side, maxWidth: '60%', padding: 1, pointerEvents: 'none', zIndex: 1 }}
    >
      <Typography variant="caption" sx={{ fontWeight: 650 }}>
        {label}
      </Typography>
      {children}
    </Paper>
  )
}

/** The width of an element in pixels, which follows the window; 0 until it is known. */
function useWidth() {
  const place = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [place, width] as const
}
