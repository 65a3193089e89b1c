import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { browserTest, type Device, expectText } from './browser.ts'
import { openConsoleStage, signIn } from './console.ts'

/** A device in this language, on which an operator has signed in after a first try with a wrong password. */
async function signInAtSecondTry(locale: string, refusal: string): Promise<Device & { files: string[] }> {
  const { device, origin, makeAdministrator } = await openConsoleStage()
  const made = await device({ locale, viewport: { width: 1280, height: 900 } })
  const { page } = made
  const files: string[] = []
  page.on('request', request => files.push(new URL(request.url()).pathname))
  await page.goto(`${origin}/admin/`)
  const login = await makeAdministrator('operator')
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill('not the password at all')
  assert.deepEqual(files.filter(isServerWords), [], 'the first page waits for no words of the server')
  await page.locator('button[type=submit]').click()
  await page.getByText(refusal).waitFor()
  await signIn(page, login)
  return { ...made, files }
}

function isServerWords(path: string): boolean {
  return /\/assets\/server-(?!text)/.test(path)
}

async function save(page: Page): Promise<void> {
  await page.locator('form button[type=submit]').click()
}

browserTest('a Spanish operator who makes mistakes in forms and in a file reads Spanish', async () => {
  const { place, api } = await openConsoleStage()
  const { page } = await signInAtSecondTry('es-ES', 'El usuario o la contraseña no son correctos.')

  assert.equal((await api('POST', '/account_groups', { name: 'Congreso' })).status, 201)
  await page.goto(place('/account_groups/create'))
  await page.locator('[name=name]').fill('Congreso')
  await save(page)
  await expectText(page.locator('main'), /Otro grupo de cuentas tiene este nombre\./)

  await page.goto(place('/suppressions/create'))
  await page.locator('[name=contact]').fill('1234')
  await save(page)
  await expectText(page.locator('main'), /Debe ser un número con el prefijo del país como \+15555550123\./)

  await page.goto(place('/accounts'))
  await page.getByRole('button', { name: 'Importar' }).first().click()
  const lines = [
    'login,first_name,phone,account_group',
    'ana,Ana,12,Congreso',
    'ana,Ana,,Congreso',
    `eva,${'E'.repeat(101)},,Nadie`,
  ]
  const buffer = Buffer.from(lines.join('\n'))
  await page.locator('input[type=file]').setInputFiles({ name: 'cuentas.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Comprobar el archivo' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('tbody tr').first().waitFor()
  assert.deepEqual(await dialog.locator('tbody td:last-child').allTextContents(), [
    'Debe ser un número de móvil en forma internacional, como +14155550123.',
    'La línea 2 trata del mismo registro (cuenta).',
    'No hay ningún registro llamado «Nadie» en account_groups.',
    'Puede tener como máximo 100 caracteres.',
  ])
  const unreadable = Buffer.from('login,apellido\nana,Silva\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'otra.csv', mimeType: 'text/csv', buffer: unreadable })
  await page.getByRole('button', { name: 'Comprobar el archivo' }).click()
  await expectText(dialog, /La primera línea debe nombrar columnas de entre .* No se cambió nada\./)
})

browserTest('what keeps a record from working and what a check has found is told in German', async () => {
  const { place, lobby, api } = await openConsoleStage()
  const { page, complaints } = await signInAtSecondTry('de-DE', 'Benutzername oder Passwort stimmt nicht.')
  const [simulated] = await lobby.rows('mail_servers')
  await page.goto(place(`/mail_servers/${simulated?.id}/show`))
  await expectText(page.locator('main'), /E-Mails erscheinen auf der Seite des Simulators und erreichen kein echtes Postfach\./)

  const closed = { name: 'Zu', host: '127.0.0.1', port: 1, from: 'wifi@example.com' }
  const { body: server } = await api('POST', '/mail_servers', closed)
  await page.goto(place(`/mail_servers/${server.id}/show`))
  await page.getByRole('button', { name: 'Verbindung prüfen' }).click()
  await expectText(
    page.getByRole('dialog'),
    /Auf Port 1 von 127\.0\.0\.1 lauscht nichts: Prüfen Sie den Port, meist 587 oder 465\./,
  )
  assert.deepEqual(complaints, [])
})

browserTest('a portal that cannot do what it promises, and a change that takes another role, are told in French', async () => {
  const { place, api } = await openConsoleStage()
  const { page, complaints } = await signInAtSecondTry('fr-FR', 'L’identifiant ou le mot de passe n’est pas bon.')
  const { body: portal } = await api('POST', '/splash_portals', { name: 'Piscine', password_reset_method: 'sms' })
  await page.goto(place(`/splash_portals/${portal.id}/show`))
  await expectText(page.locator('main'), /réinitialisent par SMS, mais le portail n’a aucune passerelle SMS activée/)

  await page.goto(place('/profile'))
  await expectText(page.locator('main'), /Headless Chrome sur Linux/)

  await page.goto(place('/settings'))
  await page.locator('[name=public_url]').fill('https://wifi.example.com/admin')
  await save(page)
  await expectText(page.locator('body'), /public_url: Doit être une origine comme https:\/\/wifi\.example\.com, sans chemin\./)
  await page.locator('[name=public_url]').fill('https://wifi.example.com')
  await save(page)
  await page.getByText('Seul un propriétaire peut changer l’URL publique.').waitFor()
  assert.deepEqual(complaints, [])
})

browserTest('whoever reads English loads no words of the server in another language', async () => {
  const { place } = await openConsoleStage()
  const { page, files } = await signInAtSecondTry('en-US', 'The login or the password is not right.')
  await page.goto(place('/suppressions/create'))
  await page.locator('[name=contact]').fill('1234')
  await save(page)
  await expectText(page.locator('main'), /Must be a number with its country code such as \+15555550123\./)
  assert.deepEqual(files.filter(isServerWords), [])
})
