import { Hono } from 'hono'
import type { Context } from '../context.ts'
import type { HttpEnv, Routes } from '../http/routes.ts'
import { answerCaptchaScript, CAPTCHA_SCRIPT_PATH } from './captcha.ts'
import { showDelivery } from './delivery.ts'
import { forgotPassword, showForgotPassword } from './forgot-password.ts'
import { type Fields, readFields } from './forms.ts'
import { login, showLogin } from './login.ts'
import { showLogo } from './logo.ts'
import { logout } from './logout.ts'
import { choosePlan, showPlans } from './plans.ts'
import { answerPuzzleScript, openPuzzleForm, PUZZLE_SCRIPT_PATH } from './puzzle.ts'
import { resendValidationCode } from './resend-validation-code.ts'
import { resetPassword, showResetPassword } from './reset-password.ts'
import { showSignUp, signUp } from './sign-up.ts'
import { cookieOf, openVisit, type PageName, type Visit } from './site.ts'
import { showSms, signUpBySms } from './sms.ts'
import { enterSmsToken, showSmsToken } from './sms-token.ts'
import { showSplash } from './splash.ts'
import { showStatus } from './status.ts'
import { showTos } from './tos.ts'
import { updateContact } from './update-contact.ts'
import { showValidateAccount, validateAccount } from './validate-account.ts'

interface Handlers {
  /** Shows a page. Changes nothing. */
  get?: (visit: Visit) => Response | Promise<Response>
  post?: (visit: Visit, fields: Fields) => Response | Promise<Response>
}

/** Everything a guest can do. */
const PAGES: Record<PageName, Handlers> = {
  '': { get: showSplash },
  sign_up: { get: showSignUp, post: signUp },
  validate_account: { get: showValidateAccount, post: validateAccount },
  delivery: { get: showDelivery },
  resend_validation_code: { post: resendValidationCode },
  update_contact: { post: updateContact },
  login: { get: showLogin, post: login },
  logout: { post: logout },
  status: { get: showStatus },
  plans: { get: showPlans, post: choosePlan },
  forgot_password: { get: showForgotPassword, post: forgotPassword },
  reset_password: { get: showResetPassword, post: resetPassword },
  sms: { get: showSms, post: signUpBySms },
  sms_token: { get: showSmsToken, post: enterSmsToken },
  tos: { get: showTos },
}

/** The portal of every slug, to be mounted at /portal. */
export function portalRoutes(ctx: Context): Routes {
  const routes = new Hono<HttpEnv>()
  for (const [name, { get, post }] of Object.entries(PAGES)) {
    const paths = name === '' ? ['/:slug', '/:slug/'] : [`/:slug/${name}`]
    for (const path of paths) {
      if (get) routes.get(path, async c => get(await openVisit(ctx, c)))
      if (post)
        routes.post(path, async c => {
          const fields = await readFields(c.req.raw)
          const visit = await openVisit(ctx, c)
          visit.posted = { page: name as PageName, fields }
          visit.posted.fields = await openPuzzleForm(visit, fields)
          const response = await post(visit, visit.posted.fields)
          const cookie = cookieOf(visit)
          if (cookie) response.headers.append('set-cookie', cookie)
          return response
        })
    }
  }
  routes.get('/:slug/logo', c => showLogo(ctx, c))
  routes.get(PUZZLE_SCRIPT_PATH.slice('/portal'.length), answerPuzzleScript)
  routes.get(CAPTCHA_SCRIPT_PATH.slice('/portal'.length), answerCaptchaScript)
  return routes
}
