export const settings = {
  name: 'Settings |||| Settings',
  fields: {
    operator_name: 'Your name or your house’s',
    country: 'Country',
    time_zone: 'Time zone',
    locale: 'Language',
    public_url: 'Public URL',
    second_factor_required: 'Second factor required',
  },
  help: {
    operator_name: 'Who runs this, for people.',
    country: 'Where your guests are. New portals take numbers of this country.',
    time_zone: 'Whose days the statistics count.',
    locale: 'Of the console, where nobody has chosen one and the browser asks for none that it speaks.',
    public_url:
      'The address that guests’ phones and the providers reach this server at, such as https://wifi.example.com. Links, receipts and filling in codes depend on it.',
    from_environment: 'GATEHOUSE_PUBLIC_URL says %{url}, and that counts.',
    second_factor_required:
      'Who lacks one sets it up at the next sign-in, and can do nothing else until then. API keys are not touched. Only an owner may change this.',
    second_factor_own_first: 'Set up a second factor of your own first, in your profile: then you can require it of others.',
  },
  restart_needed: 'Start Gatehouse anew for the new public URL to take effect. Until then %{url} counts.',
  is_local: '%{url} works on this machine only: phones and providers cannot reach it.',
  second_factor_of: { none: 'Of nobody', owners: 'Of owners', everyone: 'Of everyone' },
}
