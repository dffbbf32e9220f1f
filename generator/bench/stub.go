package main

func compiling(w *work) (section, error)  { return section{}, nil }
func typescript(w *work) (section, error) { return section{}, nil }
func python(w *work) (section, error)     { return section{}, nil }
