import english from 'ra-language-english'
import { accountGroups } from './en/account-groups.ts'
import { profile } from './en/profile.ts'
import { shell } from './en/shell.ts'
import { signIn } from './en/sign-in.ts'

/** Everything the console says in English. The other languages have the same shape, which the type check sees to. */
export const en = {
  ...english,
  gatehouse: { ...shell, sign_in: signIn, profile },
  resources: {
    account_groups: accountGroups,
  },
}

export type Phrases = typeof en
