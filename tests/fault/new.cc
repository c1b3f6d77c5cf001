// operator new on the allocator that fails (wrap.h), so that C++ libraries meet the same failures.
#include <cstdlib>
#include <new>

extern "C" void *__wrap_malloc(std::size_t size);

void *operator new(std::size_t size)
{
    void *p = __wrap_malloc(size ? size : 1);

    if (!p)
        throw std::bad_alloc();
    return p;
}

void *operator new(std::size_t size, const std::nothrow_t &) noexcept
{
    return __wrap_malloc(size ? size : 1);
}

void *operator new[](std::size_t size)
{
    return operator new(size);
}

void *operator new[](std::size_t size, const std::nothrow_t &nothrow) noexcept
{
    return operator new(size, nothrow);
}

void operator delete(void *p) noexcept
{
    std::free(p);
}
void operator delete[](void *p) noexcept
{
    std::free(p);
}
void operator delete(void *p, std::size_t) noexcept
{
    std::free(p);
}
void operator delete[](void *p, std::size_t) noexcept
{
    std::free(p);
}
void operator delete(void *p, const std::nothrow_t &) noexcept
{
    std::free(p);
}
void operator delete[](void *p, const std::nothrow_t &) noexcept
{
    std::free(p);
}
