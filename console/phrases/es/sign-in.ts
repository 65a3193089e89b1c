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
  passkey_not_used: 'La llave de acceso no se usó: se canceló o tardó demasiado. Inténtelo de nuevo o elija otra forma.',
  passkey_known: 'Este dispositivo ya tiene una llave de acceso para usted. Use esa, o añada una en otro dispositivo.',
  passkey_elsewhere:
    'Las llaves de acceso solo funcionan en la URL pública de este servidor. Abra allí la consola e inténtelo de nuevo.',
  passkey_unfit:
    'Este dispositivo no puede guardar una llave de acceso como la que hace falta aquí: a menudo le falta el bloqueo de pantalla. Use otro dispositivo, o una aplicación de autenticación.',
  due_title: 'Configure un segundo factor',
  due_text:
    'Aquí se le exige. Configure una aplicación de autenticación o una llave de acceso y guarde los códigos de recuperación que la acompañan; después podrá continuar.',
  due_done: 'Listo. La próxima vez que inicie sesión se le pedirá.',
  due_go: 'Continuar a la consola',
}
