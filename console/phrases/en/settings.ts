export const settings = {
  name: 'Settings |||| Settings',
  fields: {
    operator_name: 'Your name or your house’s',
    country: 'Country',
    time_zone: 'Time zone',
    locale: 'Language',
    public_url: 'Public URL',
  },
  help: {
    operator_name: 'Who runs this, for people.',
    country: 'Where your guests are. New portals take numbers of this country.',
    time_zone: 'Whose days the statistics count.',
    locale: 'Of the console, for whoever has not chosen one.',
    public_url:
      'The address that guests’ phones and the providers reach this server at, such as https://wifi.example.com. Links, receipts and filling in codes depend on it.',
    from_environment: 'GATEHOUSE_PUBLIC_URL says %{url}, and that counts.',
  },
  restart_needed: 'Start Gatehouse anew for the new public URL to take effect. Until then %{url} counts.',
  is_local: '%{url} works on this machine only: phones and providers cannot reach it.',
}
