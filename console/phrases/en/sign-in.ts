export const signIn = {
  title: 'Sign in to Gatehouse',
  login: 'Login',
  password: 'Password',
  go: 'Sign in',
  with_passkey: 'Use a passkey',
  second_title: 'Second step',
  code: 'Code from your authenticator app',
  recovery_code: 'Recovery code',
  use_recovery_code: 'Use a recovery code instead',
  use_code: 'Use the authenticator app instead',
  back: 'Start again',
  lost: 'Locked out? On the server run: gatehouse administrator LOGIN',
}
