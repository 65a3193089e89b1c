import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { readMe } from './auth-provider.ts'
import { Console } from './console.tsx'
import { isLocale, openPhrases, spokenLocale } from './i18n.ts'
import { Dashboard } from './pages/dashboard/place.ts'
import { SignInPage } from './places.ts'
import { onUnreachable } from './rest.ts'
import { store } from './store.ts'

/** How long nothing is drawn while the first page is on its way. */
const PATIENCE_MS = 1_000

// The page that comes first is there before it is drawn: it does not come after a wheel that turns.
const isHome = ['', '#', '#/'].includes(location.hash)
const first = readMe().then(isHome ? Dashboard.load : undefined, SignInPage.load)

// The server puts a new number into the page at each visit; styles without it are refused by the content security policy.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
const styles = createCache({ key: 'gh', nonce, prepend: true })

const chosen = store.getItem<string>('locale')
const root = document.getElementById('root')
if (!root) throw new Error('the page has no place for the console')

const locale = chosen && isLocale(chosen) ? chosen : (spokenLocale() ?? 'en')
const [i18n] = await Promise.all([
  openPhrases(locale),
  Promise.race([first.catch(() => undefined), new Promise(resolve => setTimeout(resolve, PATIENCE_MS))]),
])
onUnreachable(() => i18n.translate('gatehouse.unreachable'))
createRoot(root).render(
  <StrictMode>
    <CacheProvider value={styles}>
      <Console i18n={i18n} store={store} />
    </CacheProvider>
  </StrictMode>,
)
