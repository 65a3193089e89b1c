import { from } from '../../scaffold/place.tsx'

export const Dashboard = from(() => import('./page.tsx'))('DashboardPage')
