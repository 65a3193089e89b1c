import type { signIn as english } from '../en/sign-in.ts'

export const signIn: typeof english = {
  title: 'Iniciar sesión en Gatehouse',
  login: 'Usuario',
  password: 'Contraseña',
  go: 'Iniciar sesión',
  with_passkey: 'Usar una llave de acceso',
  second_title: 'Segundo paso',
  code: 'Código de su aplicación de autenticación',
  recovery_code: 'Código de recuperación',
  use_recovery_code: 'Usar un código de recuperación',
  use_code: 'Usar la aplicación de autenticación',
  back: 'Empezar de nuevo',
  lost: '¿No puede entrar? En el servidor ejecute: gatehouse administrator LOGIN',
}
