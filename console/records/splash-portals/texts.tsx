import { Tab, Tabs, Typography } from '@mui/material'
import { useState } from 'react'
import { TextInput, useTranslate } from 'react-admin'
import { LOCALES, type Locale } from '../../i18n.ts'

const WORDS = 'resources.splash_portals'
const PAGE_TEXTS = ['welcome_title', 'welcome_text', 'sign_up_note', 'help_text'] as const
const TEMPLATES = [
  'code_sms',
  'code_email_subject',
  'code_email_text',
  'code_email_to_sms',
  'reset_invitation_sms',
  'reset_invitation_email_subject',
  'reset_invitation_email_text',
  'password_changed_sms',
  'password_changed_email_subject',
  'password_changed_email_text',
  'contact_moved_sms',
  'contact_moved_email_subject',
  'contact_moved_email_text',
] as const

/** The operator's own words on the pages, in each language. */
export function PageTexts() {
  const translate = useTranslate()
  return (
    <ByLanguage>
      {locale =>
        PAGE_TEXTS.map(name => (
          <TextInput
            key={`${locale} ${name}`}
            source={`portal_texts.${locale}.${name}`}
            label={translate(`${WORDS}.page_texts.${name}`)}
            multiline={name !== 'welcome_title'}
            helperText={false}
          />
        ))
      }
    </ByLanguage>
  )
}

/** The operator's own words in the messages, in each language. */
export function MessageTexts() {
  const translate = useTranslate()
  return (
    <>
      <Typography variant="body2">{translate(`${WORDS}.templates_help`)}</Typography>
      <ByLanguage>
        {locale =>
          TEMPLATES.map(name => (
            <TextInput
              key={`${locale} ${name}`}
              source={`message_templates.${locale}.${name}`}
              label={translate(`${WORDS}.templates.${name}`)}
              multiline={!name.endsWith('_subject')}
              helperText={false}
            />
          ))
        }
      </ByLanguage>
    </>
  )
}

function ByLanguage({ children }: { children: (locale: Locale) => React.ReactNode }) {
  const translate = useTranslate()
  const [locale, setLocale] = useState<Locale>('en')
  return (
    <>
      <Tabs
        value={locale}
        onChange={(_event, chosen: Locale) => setLocale(chosen)}
        aria-label={translate(`${WORDS}.language`)}
        variant="scrollable"
      >
        {LOCALES.map(({ locale: id, name }) => (
          <Tab key={id} value={id} label={name} sx={{ textTransform: 'none' }} />
        ))}
      </Tabs>
      {children(locale)}
    </>
  )
}
