import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

// Every place of the console. A place is loaded when somebody first goes there.

interface RecordPlaces {
  /** The resource of the REST API. */
  name: string
  list: ComponentType
  create?: ComponentType
  edit?: ComponentType
  show?: ComponentType
  /** What a record is called where another one refers to it; its name unless said. */
  recordRepresentation?: string
}

/** Loads components by name from the file that has them. */
function from<Module extends Record<string, unknown>>(load: () => Promise<Module>) {
  return (name: keyof Module & string): LazyExoticComponent<ComponentType<object>> =>
    lazy(async () => ({ default: (await load())[name] as ComponentType }))
}

const accountGroups = from(() => import('./records/account-groups.tsx'))
const dashboard = from(() => import('./pages/dashboard.tsx'))
const signIn = from(() => import('./pages/sign-in.tsx'))

export const Dashboard = dashboard('DashboardPage')
export const SignInPage = signIn('SignInPage')

export const RECORDS: RecordPlaces[] = [
  {
    name: 'account_groups',
    list: accountGroups('AccountGroupList'),
    create: accountGroups('AccountGroupCreate'),
    edit: accountGroups('AccountGroupEdit'),
    show: accountGroups('AccountGroupShow'),
  },
]

/** Places that are not a kind of record. */
export const PAGES: { path: string; element: ComponentType }[] = []
