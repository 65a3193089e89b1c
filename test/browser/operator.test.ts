import assert from 'node:assert/strict'
import { PASSWORD } from '../lobby.ts'
import { browserTest, expectHeading, expectText, openStage, send, textOf } from './browser.ts'
import { findViolations } from './judge.ts'

browserTest(
  'the reference of the API and the pages of setup can be read on every screen, and each link leads somewhere',
  async () => {
    const { lobby, origin, device } = await openStage()
    const { page, complaints } = await device()
    for (const path of ['/api/docs', '/admin', lobby.app.setupPath]) {
      await page.goto(origin + path)
      for (const [width, colorScheme] of [
        [320, 'light'],
        [1280, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, `${path} at ${width} px`)
        assert.deepEqual(await findViolations(page), [], `${path} at ${width} px, ${colorScheme}`)
      }
      const links: string[] = await page.evaluate('[...document.links].map(link => link.href)')
      const pages = new Set(links.map(href => href.split('#')[0] ?? ''))
      for (const href of pages) assert.equal((await page.request.get(href)).status(), 200, href)
      const lost = `[...document.links].map(link => link.hash.slice(1)).filter(id => id && !document.getElementById(id))`
      assert.deepEqual(await page.evaluate(lost), [], path)
    }
    assert.deepEqual(complaints, [])
  },
)

browserTest('the link of the first start makes one administrator and an API key, and is good once', async () => {
  const { lobby, origin, device } = await openStage()
  const { page, complaints } = await device({ javaScriptEnabled: false })
  await page.goto(`${origin}/admin`)
  await expectText(page.locator('main'), /There is no administrator yet/)
  await page.goto(origin + lobby.app.setupPath)
  await send(page, { login: 'root', password: 'password1', password_confirmation: 'password1' }, 'Create administrator')
  await expectText(page.locator('#password-error'), /common/)
  assert.equal(await page.locator('[name=login]').inputValue(), 'root')
  await send(page, { password: PASSWORD, password_confirmation: PASSWORD }, 'Create administrator')

  await expectHeading(page, 'You are set')
  const key = await textOf(page.locator('pre').first())
  const answer = await page.request.get(`${origin}/api/v1/splash_portals`, { headers: { authorization: `Bearer ${key}` } })
  assert.equal((await answer.json()).data[0].slug, 'lobby')
  assert.deepEqual(
    (await lobby.rows('administrators')).map(({ login }) => login),
    ['root'],
  )
  const again = await page.goto(origin + lobby.app.setupPath)
  assert.equal(again?.status(), 403)
  await page.goto(`${origin}/admin`)
  await expectText(page.locator('main'), /operated through its REST API/)
  assert.deepEqual(complaints, [])
})
