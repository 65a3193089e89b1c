import assert from 'node:assert/strict'
import { insertLink } from '../../src/administrators/link.ts'
import { PASSWORD } from '../lobby.ts'
import { browserTest, expectText, openStage, send } from './browser.ts'
import { findViolations } from './judge.ts'

browserTest(
  'the reference of the API and the pages of setup can be read on every screen, and each link leads somewhere',
  async () => {
    const { lobby, origin, device } = await openStage()
    const { page, complaints } = await device()
    const { token } = await lobby.ctx.db.transaction(trx => insertLink(trx, 'olga', lobby.clock.now()))
    for (const path of ['/api/docs', lobby.app.setupPath, `/admin/reset?token=${token}`]) {
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

browserTest('without script the link of the first start makes the owner, signs them in, and is good once', async () => {
  const { lobby, origin, device } = await openStage()
  const { page, complaints } = await device({ javaScriptEnabled: false })
  await page.goto(origin + lobby.app.setupPath)
  // The browser itself holds back what is too short; what is left is judged by the server.
  await send(page, { login: 'root', password: 'abcd'.repeat(4), password_confirmation: 'abcd'.repeat(4) }, 'Create administrator')
  await expectText(page.locator('#password-error'), /common/)
  assert.equal(await page.locator('[name=login]').inputValue(), 'root')
  await send(page, { password: PASSWORD, password_confirmation: PASSWORD }, 'Create administrator')

  assert.equal(page.url(), `${origin}/admin/#/setup`)
  const me = await page.request.get(`${origin}/api/v1/me`)
  assert.deepEqual([me.status(), (await me.json()).role], [200, 'owner'])
  const cookies = (await page.context().cookies()).filter(({ name }) => name.startsWith('gatehouse_admin'))
  assert.equal(cookies.length, 2)
  for (const { httpOnly, sameSite } of cookies) assert.deepEqual([httpOnly, sameSite], [true, 'Strict'])
  assert.deepEqual(
    (await lobby.rows('administrators')).map(({ login }) => login),
    ['root'],
  )
  const again = await page.goto(origin + lobby.app.setupPath)
  assert.equal(again?.status(), 403)
  assert.deepEqual(complaints, [])
})
