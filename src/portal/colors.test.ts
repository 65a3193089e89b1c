import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contrastRatio, DEFAULT_BRAND, fitBrandColor } from './colors.ts'

test('the contrast of two colours is the one that WCAG defines', () => {
  assert.equal(contrastRatio('#000000', '#ffffff'), 21)
  assert.equal(contrastRatio('#ffffff', '#ffffff'), 1)
  // The example of the WCAG 2 techniques: the lightest grey that passes 4.5 on white.
  assert.equal(contrastRatio('#767676', '#ffffff').toFixed(2), '4.54')
})

test('whatever the brand colour, text on it, links and the edges of buttons stay readable on light and dark', () => {
  const steps = ['00', '33', '66', '99', 'cc', 'ff']
  for (const background of ['#ffffff', '#1a1d23'])
    for (const r of steps)
      for (const g of steps)
        for (const b of steps) {
          const brand = `#${r}${g}${b}`
          const { fill, onFill, edge, link } = fitBrandColor(brand, background)
          assert.equal(fill, brand)
          assert.ok(contrastRatio(onFill, fill) >= 4.5, `text on ${brand}`)
          assert.ok(contrastRatio(link, background) >= 4.5, `link of ${brand} on ${background}`)
          assert.ok(contrastRatio(edge, background) >= 3, `edge of ${brand} on ${background}`)
        }
})

test('what is no colour becomes the default one', () => {
  for (const brand of ['', 'red', '#12', '#ggg000', 'url(x)']) assert.equal(fitBrandColor(brand, '#ffffff').fill, DEFAULT_BRAND)
})
