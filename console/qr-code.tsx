import { Box } from '@mui/material'
import { encode } from 'uqr'

/** A QR code as a picture that can be scaled and printed; `label` says for everybody else what it holds. */
export function QrCode({ text, label, size }: { text: string; label: string; size: string }) {
  const { data, size: modules } = encode(text, { border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
      sx={{ width: size, height: size, maxWidth: '100%', backgroundColor: '#fff', display: 'block' }}
    >
      <path d={path} fill="#000" />
    </Box>
  )
}
