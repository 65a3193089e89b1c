export const profile = {
  title: 'Your profile',
}
