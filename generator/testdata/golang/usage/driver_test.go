package usage

import (
	"context"
	"database/sql/driver"
	"io"
)

// echo is a database whose every query answers with its argument.
type echo struct{}

func (echo) Connect(context.Context) (driver.Conn, error) { return echo{}, nil }
func (echo) Driver() driver.Driver                        { return nil }
func (echo) Prepare(string) (driver.Stmt, error)          { return echo{}, nil }
func (echo) Close() error                                 { return nil }
func (echo) Begin() (driver.Tx, error)                    { return nil, driver.ErrSkip }
func (echo) NumInput() int                                { return 1 }
func (echo) Exec([]driver.Value) (driver.Result, error)   { return nil, driver.ErrSkip }
func (echo) Query(row []driver.Value) (driver.Rows, error) {
	return &rows{row}, nil
}

type rows struct{ row []driver.Value }

func (*rows) Columns() []string { return []string{"code"} }
func (*rows) Close() error      { return nil }

func (r *rows) Next(into []driver.Value) error {
	if r.row == nil {
		return io.EOF
	}
	copy(into, r.row)
	r.row = nil
	return nil
}
