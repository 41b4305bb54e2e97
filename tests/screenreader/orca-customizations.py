"""How Orca runs in the tests: it tells its debug file at once what it says, and says it to nobody else."""

import orca.debug
import orca.settings
import orca.speech

if orca.debug.debugFile:
    orca.debug.debugFile.reconfigure(line_buffering=True)
orca.speech._initSpeechServer = lambda *_: None  # there is no loudspeaker, and waiting for one would hold it up
orca.settings.enableBraille = False
orca.settings.enableSound = False
orca.settings.sayAllOnLoad = False
