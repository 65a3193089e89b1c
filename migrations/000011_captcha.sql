-- Beyond the puzzle: a CAPTCHA of the operator's choice, and contacts that are made to be thrown away.

alter table limits
  add column captcha_provider text not null default 'none' check (captcha_provider in ('none', 'turnstile', 'hcaptcha', 'recaptcha', 'generic')),
  add column captcha_when text not null default 'off' check (captcha_when in ('off', 'after_puzzle', 'always_past_limit')),
  add column captcha_site_key text not null default '',
  add column captcha_secret_encrypted bytea,
  -- Empty: the vendor's own.
  add column captcha_script_url text not null default '',
  add column captcha_verify_url text not null default '',
  -- When a guest first got through with these settings; null: nobody has yet, so they may be wrong.
  add column captcha_worked_at timestamptz,
  add column disposable_email text not null default 'off' check (disposable_email in ('off', 'note', 'puzzle', 'refuse')),
  add column disposable_email_domains text[] not null default '{}',
  add column disposable_email_exceptions text[] not null default '{}',
  add column disposable_phone text not null default 'off' check (disposable_phone in ('off', 'note', 'puzzle', 'refuse')),
  -- +4470 or, of numbers of one length, +447000000000-+447009999999.
  add column disposable_phone_prefixes text[] not null default '{}';
