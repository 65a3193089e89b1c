import type { administrators as english } from '../en/administrators.ts'

export const administrators: typeof english = {
  name: 'Administrador |||| Administradores',
  fields: {
    login: 'Usuario',
    name: 'Nombre',
    email: 'Correo electrónico',
    role: 'Rol',
    status: 'Estado',
    locale: 'Idioma',
    password: 'Contraseña',
    totp_enabled: 'Aplicación de autenticación',
    passkeys: 'Llaves de acceso',
    last_login_at: 'Último inicio de sesión',
    note: 'Nota',
    created_at: 'Creación',
    updated_at: 'Cambio',
  },
  help: {
    login: 'Con qué inicia sesión.',
    role: 'Lo que puede hacer.',
    password:
      'Al menos 15 caracteres. Una frase es lo más fácil de recordar y lo más difícil de adivinar. Entréguela en persona; se cambia en el perfil.',
    new_password: 'Déjelo vacío para conservar la contraseña. Una nueva cierra todas sus sesiones.',
    status: 'Bloqueado: no puede iniciar sesión, y se cierra la que tenga.',
    note: 'Un comentario interno, sin efecto.',
  },
  statuses: { active: 'Activo', blocked: 'Bloqueado' },
  empty: 'No hay administradores.',
  reset_second_factor: 'Quitar el segundo factor',
  reset_second_factor_question:
    'Para quien ha perdido su teléfono: quita la aplicación de autenticación, las llaves de acceso y los códigos de recuperación y cierra sus sesiones. Asegúrese de que lo pide la propia persona.',
  second_factor_reset: 'Quitado. Inicia sesión solo con la contraseña hasta que configure otro.',
  sign_out: 'Cerrar todas las sesiones',
  sign_out_question: '¿Terminar todas las sesiones de este administrador?',
  signed_out: 'Todas las sesiones están cerradas.',
}
