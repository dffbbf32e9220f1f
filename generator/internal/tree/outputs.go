package tree

// Outputs lists every path that Write would own, as messages call it: tree by
// tree, its files in their order and then its manifest. It looks at no
// directory, so the answer is the same wherever the run would take place.
func Outputs(trees []Tree) ([]string, error) {
	if err := checkPaths(trees); err != nil {
		return nil, err
	}
	var paths []string
	for _, t := range trees {
		for _, file := range t.Files {
			paths = append(paths, t.label(file.Path))
		}
		paths = append(paths, t.label(manifestName))
	}
	return paths, nil
}
