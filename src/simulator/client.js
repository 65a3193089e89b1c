// What the simulator page does with a script: asks every second whether there is something new, copies codes, and shows
// times of the reader's own zone. Without it the page loads itself anew every few seconds.
;(() => {
  const POLL_MS = 1000
  const main = document.querySelector('main')
  const status = document.querySelector('[role=status]')
  const title = document.title
  let tag = main.dataset.tag
  let unseen = 0
  // By the id of a conversation or mail: whether the reader opened it or closed it, and what was newest in it then.
  const choices = new Map()
  document.documentElement.classList.add('live')

  function showLocalTimes() {
    for (const time of main.querySelectorAll('time')) {
      const at = new Date(time.dateTime)
      const isToday = at.toDateString() === new Date().toDateString()
      const clock = at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
      time.textContent = isToday ? clock : `${at.toLocaleDateString([], { month: 'short', day: 'numeric' })}, ${clock}`
    }
  }

  // The conversation's latest message is at its end, as on a phone.
  function showNewest() {
    const screen = main.querySelector('.scroll')
    const open = screen.querySelector('details[open]')
    if (open) screen.scrollTop += open.getBoundingClientRect().bottom - screen.getBoundingClientRect().bottom
  }

  function replace(content) {
    main.innerHTML = content
    // What the reader opened or closed stays so, until something new arrives in it.
    for (const thread of main.querySelectorAll('details')) {
      const choice = choices.get(thread.id)
      if (choice && choice.newest === thread.dataset.newest) thread.open = choice.open
    }
    showLocalTimes()
    showNewest()
    const newest = main.querySelector('[data-announce]')
    if (newest) status.textContent = newest.dataset.announce
    if (document.hidden) document.title = `(${++unseen}) ${title}`
  }

  async function poll() {
    try {
      const response = await fetch('/simulator/messages', { headers: { 'if-none-match': tag }, cache: 'no-store' })
      if (response.status === 200) {
        tag = response.headers.get('etag')
        replace(await response.text())
      }
    } catch {
      // The server is away for a moment: the next question finds it again.
    }
    setTimeout(poll, POLL_MS)
  }

  async function copy(button) {
    const code = button.dataset.copy
    try {
      await navigator.clipboard.writeText(code)
    } catch {
      // Without https there is no clipboard: select it, so that one key copies it.
      getSelection().selectAllChildren(button.querySelector('b'))
      return
    }
    const label = button.querySelector('span')
    const before = label.textContent
    label.textContent = 'Copied'
    status.textContent = `${code} copied`
    setTimeout(() => {
      label.textContent = before
    }, 1500)
  }

  main.addEventListener('click', event => {
    const button = event.target.closest('[data-copy]')
    if (button) void copy(button)
    const thread = event.target.closest('summary')?.parentElement
    if (thread) choices.set(thread.id, { open: !thread.open, newest: thread.dataset.newest })
  })
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return
    unseen = 0
    document.title = title
  })
  showLocalTimes()
  showNewest()
  setTimeout(poll, POLL_MS)
})()
