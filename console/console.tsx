import type { I18nProvider, Store } from 'ra-core'
import { Admin, CustomRoutes, Resource } from 'react-admin'
import { Route } from 'react-router'
import { authProvider } from './auth-provider.ts'
import { dataProvider } from './data-provider.ts'
import { ConsoleLayout } from './layout/layout.tsx'
import { Dashboard } from './pages/dashboard/place.ts'
import { NotFoundPage, PAGES, RECORDS, SignInPage } from './places.ts'
import { darkTheme, lightTheme } from './theme.ts'

/** The whole console. */
export function Console({ i18n, store }: { i18n: I18nProvider; store: Store }) {
  return (
    <Admin
      title="Gatehouse"
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18n}
      store={store}
      theme={lightTheme}
      darkTheme={darkTheme}
      layout={ConsoleLayout}
      loginPage={SignInPage}
      dashboard={Dashboard}
      catchAll={NotFoundPage}
      requireAuth
      disableTelemetry
    >
      {RECORDS.map(({ name, recordRepresentation = 'name', ...views }) => (
        <Resource key={name} name={name} recordRepresentation={recordRepresentation} {...views} />
      ))}
      <CustomRoutes>
        {PAGES.map(({ path, element: Page }) => (
          <Route key={path} path={path} element={<Page />} />
        ))}
      </CustomRoutes>
    </Admin>
  )
}
