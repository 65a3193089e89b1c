import assert from 'node:assert/strict'
import { makeAdministrator, openAdministratorBrowser } from '../administrator-browser.ts'
import { browserTest, openStage } from './browser.ts'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>document.title="run"</script><rect width="40" height="20"/></svg>'

browserTest(
  'a page with unsaved values shows in a frame of ours with its logo, does nothing there, and shows in no frame of others',
  async () => {
    const { lobby, origin, device } = await openStage()
    const [portal] = [...lobby.ctx.catalogue.now.splashPortals.values()]
    await lobby.request(`/api/v1/splash_portals/${portal?.id}/logo`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lobby.config.apiKey}`, 'content-type': 'image/svg+xml' },
      body: SVG,
    })
    await makeAdministrator(lobby, { login: 'designer', role: 'operator' })
    const administrator = openAdministratorBrowser(lobby)
    await administrator.signIn('designer')
    const { page, context } = await device()
    for (const [name, value] of administrator.cookies) await context.addCookies([{ name, value, url: origin }])

    // What the console does: a form into a frame.
    const draft = {
      page: 'sign_up',
      locale: 'en',
      brand_color: '#aa3300',
      portal_texts: { en: { sign_up_note: 'Not saved yet' } },
    }
    const host = (action: string) =>
      `<!doctype html><form method="post" target="preview" action="${action}"><input type="hidden" name="draft"></form><iframe name="preview" width="390" height="800"></iframe>`
    const submit = async () => {
      await page.evaluate(`document.forms[0].draft.value = ${JSON.stringify(JSON.stringify(draft))}`)
      await page.evaluate('document.forms[0].submit()')
    }
    const path = `/api/v1/splash_portals/${portal?.id}/preview_page`
    await page.route(`${origin}/designer`, route => route.fulfill({ contentType: 'text/html', body: host(path) }))
    await page.goto(`${origin}/designer`)
    await submit()
    const frame = page.frameLocator('iframe')
    await frame.getByText('Not saved yet').waitFor()
    const logo = frame.locator('header img')
    await logo.waitFor()
    await page.waitForFunction('document.querySelector("iframe").contentDocument.querySelector("header img").naturalWidth > 0')
    assert.notEqual(await page.evaluate('document.querySelector("iframe").contentDocument.title'), 'run')

    const before = await page.evaluate('document.querySelector("iframe").contentWindow.location.href')
    const asked: string[] = []
    page.on('request', request => asked.push(`${request.method()} ${request.url()}`))
    for (const target of [frame.locator('button').first(), frame.locator('header a'), frame.locator('footer a').first()])
      await target.click({ force: true, timeout: 2000 }).catch(() => undefined)
    await page.evaluate('document.querySelector("iframe").contentDocument.forms[0].submit()')
    await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))')
    assert.deepEqual(asked, [])
    assert.equal(await page.evaluate('document.querySelector("iframe").contentWindow.location.href'), before)

    // The same from a page of another origin; the key stands for a cookie that came along after all.
    const stranger = origin.replace('127.0.0.1', 'localhost')
    await page.route(`${stranger}/designer`, route => route.fulfill({ contentType: 'text/html', body: host(`${origin}${path}`) }))
    const statuses: number[] = []
    await page.route(`${origin}${path}`, async route => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: `Bearer ${lobby.config.apiKey}` }
      const response = await route.fetch({ headers })
      statuses.push(response.status())
      await route.fulfill({ response })
    })
    await page.goto(`${stranger}/designer`)
    const refused = page.waitForEvent('requestfailed')
    await submit()
    assert.match((await refused).failure()?.errorText ?? '', /ERR_BLOCKED_BY_RESPONSE/)
    assert.deepEqual(statuses, [200])
    assert.equal(await frame.getByText('Not saved yet').count(), 0)
  },
)
