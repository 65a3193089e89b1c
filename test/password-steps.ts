import * as fc from 'fast-check'

/** What a browser (0 or 1) does about a password; `of` is an account, 2 is nobody's. */
export type Step =
  | { do: 'start'; by: number; of: number; typing: 'login' | 'phone' }
  | {
      do: 'enter'
      by: number
      code: 'right' | 'wrong' | 'of_other_account' | 'of_other_browser' | 'old' | 'of_sign_up' | 'blank'
      password: 'good' | 'weak'
    }
  | { do: 'skip'; by: number }
  | { do: 'again'; by: number }
  | { do: 'swap' | 'steal' }
  | { do: 'bring_back'; by: number; nth: number }
  | { do: 'resend' | 'sign_out'; by: number }
  | { do: 'sign_up'; by: number; of: number }
  | { do: 'prove_with_reset_code'; by: number }
  | { do: 'sign_in'; by: number; of: number; with: 'right' | 'wrong' | 'old' }
  | { do: 'wait'; seconds: number }

const by = fc.nat(1)
const of = fc.nat(1)
/** Any step, those that lead somewhere more often. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('start' as const), by, of: fc.nat(2), typing: fc.constantFrom('login', 'phone') }),
  },
  {
    weight: 16,
    arbitrary: fc.record({
      do: fc.constant('enter' as const),
      by,
      code: fc.constantFrom(
        'right',
        'right',
        'right',
        'wrong',
        'of_other_account',
        'of_other_browser',
        'old',
        'of_sign_up',
        'blank',
      ),
      password: fc.constantFrom('good', 'good', 'good', 'weak'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('skip' as const), by }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('again' as const), by }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('swap', 'steal') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('bring_back' as const), by, nth: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resend' as const), by }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign_out' as const), by }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign_up' as const), by, of }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('prove_with_reset_code' as const), by }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('sign_in' as const),
      by,
      of,
      with: fc.constantFrom('right', 'right', 'right', 'wrong', 'old'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 31, 61, 299, 301, 590, 601, 3601) }),
  },
)
