/** The words on the printed sheet, which guests read in several languages at once, whatever the operator's own is. */
export const SHEET_WORDS = {
  en: {
    heading: 'Wi-Fi',
    join: '1. Scan to join the Wi-Fi “%{network}”',
    open: 'Scan to sign up, or open',
    second: '2. Sign up here, or open',
  },
  es: {
    heading: 'Wi-Fi',
    join: '1. Escanee para conectarse al Wi-Fi «%{network}»',
    open: 'Escanee para registrarse, o abra',
    second: '2. Regístrese aquí, o abra',
  },
  fr: {
    heading: 'Wi-Fi',
    join: '1. Scannez pour rejoindre le Wi-Fi «\u00a0%{network}\u00a0»',
    open: 'Scannez pour vous inscrire, ou ouvrez',
    second: '2. Inscrivez-vous ici, ou ouvrez',
  },
  de: {
    heading: 'WLAN',
    join: '1. Scannen und ins WLAN „%{network}“ kommen',
    open: 'Zum Anmelden scannen oder öffnen',
    second: '2. Hier anmelden oder öffnen',
  },
}
