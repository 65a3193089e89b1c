import { Title } from 'react-admin'

export function DashboardPage() {
  return <Title title="ra.page.dashboard" />
}
