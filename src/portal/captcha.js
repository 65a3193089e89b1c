// Puts the widget of a CAPTCHA's vendor on the page, and sends the form once it is solved, or when it does not come: before
// a guest is online only what the walled garden lets through can be loaded.
;(() => {
  const LOAD_MS = 15_000
  const form = document.querySelector('form[data-captcha]')
  const box = document.querySelector('.captcha')
  if (!form || !box) return
  const widget = box.lastElementChild
  let isSent = false

  function send(name, value) {
    if (isSent) return
    isSent = true
    form.elements[name].value = value
    form.submit()
  }
  const fail = () => send('captcha_failed', '1')

  // The vendors call these by the names that the widget carries.
  window.captchaSolved = token => send('captcha_token', token)
  window.captchaFailed = code => {
    // What the guest has closed or left lying is no failure: the widget offers itself again.
    if (!/^challenge-(closed|expired)$/.test(code)) fail()
    return true
  }

  box.hidden = false
  // Their usual widgets are 304 px wide.
  if (box.clientWidth < 304) widget.dataset.size = 'compact'
  const script = document.createElement('script')
  script.src = form.dataset.captcha
  script.onerror = fail
  document.head.append(script)
  setTimeout(() => widget.childElementCount === 0 && fail(), LOAD_MS)
})()
