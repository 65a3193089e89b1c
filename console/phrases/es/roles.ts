import type { roles as english } from '../en/roles.ts'

export const roles: typeof english = {
  read_only: 'Solo lectura',
  front_desk: 'Recepción',
  operator: 'Gestor',
  owner: 'Propietario',
  read_only_help: 'Lo ve todo menos los administradores; los números y direcciones de los huéspedes salen ocultos.',
  front_desk_help:
    'Además ayuda a los huéspedes: crea y cambia cuentas, envía un código de nuevo, pide que se restablezca una contraseña.',
  operator_help: 'Además lo configura todo: pasarelas, planes de uso, portales, límites; exporta y borra datos personales.',
  owner_help: 'Además decide quién puede hacer qué: administradores y claves de API.',
}
