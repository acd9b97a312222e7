"""One module a screen; each declares a value SCREEN, and `dateline.web.screen` finds them all."""
