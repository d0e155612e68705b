### Words of the embedded views alone: English. Kinds, columns and levels come from src/locale.

embed-open = Yaolan: at a glance
embed-close = Close
embed-panel = The article at a glance
embed-note = Analysed in your browser; nothing is sent anywhere
embed-loading = Loading the dictionary, one moment
embed-nothing = Nothing was found that could be listed
embed-failed = The analyser could not be loaded or stopped; the article is as it was
embed-waiting = Waiting for an article
embed-no-origin = No site is allowed to use this page: its address lacks ?origins=
