module github.com/statusgen/statusgen/generator/bench

go 1.25.0

require (
	github.com/statusgen/statusgen v0.0.0
	google.golang.org/grpc v1.76.0
)

require golang.org/x/sys v0.34.0 // indirect

replace github.com/statusgen/statusgen => ../..
