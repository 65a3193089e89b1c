import type { Catalogue } from '../../server-catalogue.ts'
import { administrators } from './server/administrators.ts'
import { fields } from './server/fields.ts'
import { imports } from './server/imports.ts'
import { mail } from './server/mail.ts'
import { messages } from './server/messages.ts'
import { providers } from './server/providers.ts'
import { records } from './server/records.ts'
import { refusals } from './server/refusals.ts'

/** What the server says, in Spanish, by what it says in English. */
export const server: Catalogue = {
  ...refusals,
  ...administrators,
  ...fields,
  ...imports,
  ...providers,
  ...records,
  ...mail,
  ...messages,
}
