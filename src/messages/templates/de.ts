import type { Texts } from './texts.ts'

export const de: Texts = {
  code_sms: '{code} ist Ihr Code für {brand}. Er gilt {minutes} Min. Geben Sie ihn nicht weiter.',
  code_sms_short: '{code} ist Ihr Code für {brand} ({minutes} Min.).',
  code_email_to_sms: '{code} ist Ihr Token (Code) für {brand}. Er gilt {minutes} Min.',
  code_email_subject: '{code} ist Ihr Code für {brand}',
  code_email_text: `{code}

Das ist Ihr Code für {brand}. Geben Sie ihn auf der Seite ein, die danach gefragt hat. Er läuft in {lifetime} ab.

Niemand von {brand} wird Sie je danach fragen: Geben Sie ihn nicht weiter.

Wenn Sie das nicht waren, ignorieren Sie diese E-Mail: Ohne den Code geschieht nichts.`,
  password_changed_sms:
    '{brand}: Ihr Passwort wurde geändert. Waren Sie das nicht, setzen Sie es sofort zurück oder melden Sie es.',
  password_changed_email_subject: 'Ihr Passwort für {brand} wurde geändert',
  password_changed_email_text: `Das Passwort Ihres Kontos bei {brand} wurde soeben geändert, und alle Geräte wurden abgemeldet.

Wenn Sie das waren, ist nichts zu tun.

Wenn Sie das nicht waren, setzen Sie Ihr Passwort sofort zurück und melden Sie es dem Personal: {portal}`,
  contact_moved_sms:
    '{brand}: Ein anderes Konto hat eine Nummer oder E-Mail-Adresse Ihres Kontos bestätigt. Sie gehört nun dorthin. Nicht Sie? Bitte melden.',
  contact_moved_email_subject: 'Ein Kontakt wurde aus Ihrem Konto bei {brand} entfernt',
  contact_moved_email_text: `Ein anderes Konto hat mit einem Code bewiesen, dass ihm eine Mobilnummer oder E-Mail-Adresse Ihres Kontos bei {brand} gehört. Sie gehört nun zu jenem Konto und dient nicht mehr dazu, sich bei Ihrem anzumelden oder dessen Passwort zurückzusetzen.

Wenn Sie das waren, ist nichts zu tun.

Wenn Sie das nicht waren, melden Sie es dem Personal: {portal}`,
  reset_invitation_sms: '{brand}: Das Personal bittet Sie, ein neues Passwort zu wählen. Hier: {link}',
  reset_invitation_sms_short:
    '{brand}: Bitte wählen Sie ein neues Passwort. Öffnen Sie die WLAN-Anmeldeseite und tippen Sie auf "Passwort vergessen?"',
  reset_invitation_email_subject: 'Wählen Sie ein neues Passwort für {brand}',
  reset_invitation_email_text: `Das Personal von {brand} bittet Sie, ein neues Passwort für Ihr Konto zu wählen.

Öffnen Sie diese Seite, sagen Sie, wer Sie sind, und geben Sie den Code ein, den Sie erhalten: {link}

In dieser E-Mail steht kein Code, und niemand von {brand} wird Sie je nach einem fragen.

Wenn Sie nicht darum gebeten haben, melden Sie es dem Personal. Ihr altes Passwort wurde vielleicht gelöscht; ohne einen Code an Sie kann niemand ein neues wählen.`,
}
