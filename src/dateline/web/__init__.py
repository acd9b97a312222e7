"""The chronicle on screen: a project file in, pages over HTTP out; knows the chronicle and nothing behind it."""
