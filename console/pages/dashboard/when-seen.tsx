import { Box } from '@mui/material'
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'

/** A part of a page that is made, and loaded, when it is first on the screen. Until then it takes the height it will have. */
export function WhenSeen({ height, children }: { height: string; children: ReactNode }) {
  const place = useRef<HTMLElement>(null)
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const observer = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) setSeen(true)
    })
    observer.observe(element)
    // Paper shows what nobody scrolled to.
    const print = () => setSeen(true)
    addEventListener('beforeprint', print)
    return () => {
      observer.disconnect()
      removeEventListener('beforeprint', print)
    }
  }, [])
  const empty = <Box sx={{ minHeight: height }} />
  return <Box ref={place}>{isSeen ? <Suspense fallback={empty}>{children}</Suspense> : empty}</Box>
}
